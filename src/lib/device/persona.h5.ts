import './persona.h5.scss';

/** Who you are in the browser, where there is no WeChat login (decision D11): picked in the bar, kept for this tab. */

interface Persona {
  openid: string;
  label: string;
  /** Page to open for this person, e.g. a scanned code. */
  page?: string;
}

const KEY = 'persona';
const STRANGER = 'stranger-local';

export const persona = {
  current: (): string => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? STRANGER,

  /** Draws the bar above the app. */
  show(): void {
    void draw();
  },

  /** Asks in the bar what WeChat itself would ask, until one of the words is pressed. */
  ask: (question: string, words: string[]): Promise<string> =>
    new Promise((answer) => {
      const asked = document.createElement('div');
      asked.className = 'persona-asked';
      asked.setAttribute('role', 'status');
      const said = document.createElement('span');
      said.textContent = question;
      asked.append(said);
      for (const word of words) {
        const button = document.createElement('button');
        button.className = 'persona-answer';
        button.textContent = word;
        button.addEventListener('click', () => {
          asked.remove();
          answer(word);
        });
        asked.append(button);
      }
      document.getElementById('persona')?.append(asked);
    }),
};

async function draw(): Promise<void> {
  const place = document.getElementById('persona');
  const list = await fetch('/personas.json')
    .then((reply) => reply.json() as Promise<Persona[]>)
    .catch(() => null);
  if (!place || !list) return;
  const [first] = list;
  if (first && !localStorage.getItem(KEY) && !sessionStorage.getItem(KEY)) become(first);

  const label = document.createElement('label');
  label.className = 'persona-label';
  label.textContent = '演示身份';
  const select = document.createElement('select');
  select.className = 'persona-choice';
  select.setAttribute('aria-label', '演示身份：选择以谁的身份使用');
  for (const { openid, label: text } of list) select.add(new Option(text, openid));
  if (!list.some(({ openid }) => openid === persona.current())) {
    select.add(new Option('陌生人', persona.current()), 0);
  }
  select.value = persona.current();
  select.addEventListener('change', () => {
    const chosen = list.find(({ openid }) => openid === select.value);
    if (chosen) become(chosen);
  });
  label.append(select);
  place.replaceChildren(label);
}

function become({ openid, page }: Persona): void {
  sessionStorage.setItem(KEY, openid);
  localStorage.setItem(KEY, openid);
  location.hash = `#/${page ?? 'pages/home/index'}`;
  location.reload();
}
