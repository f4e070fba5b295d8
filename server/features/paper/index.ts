import { paperContract } from '@contract/paper';
import { feature } from '../../kit/serve';
import { announce } from './actions/announce';
import { announcements } from './actions/announcements';
import { change } from './actions/change';
import { form } from './actions/form';
import { forms } from './actions/forms';
import { letter } from './actions/letter';
import { list } from './actions/list';
import { ofUnit } from './actions/of-unit';
import { open } from './actions/open';
import { recommendation } from './actions/recommendation';
import { unannounced } from './actions/unannounced';
import { paperPolicy } from './policy';

export const paper = feature({
  contract: paperContract,
  policy: paperPolicy,
  acts: {
    'paper.form': form,
    'paper.list': list,
    'paper.forms': forms,
    'paper.ofUnit': ofUnit,
    'paper.change': change,
    'paper.recommendation': recommendation,
    'paper.letter': letter,
    'paper.unannounced': unannounced,
    'paper.announce': announce,
    'paper.announcements': announcements,
    'paper.open': open,
  },
});
