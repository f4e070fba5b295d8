import { idNumberKey as keyOf } from '../../../scripts/id-number-key';

/** A number of no region (610000 is a province), with its check character. */
export const ID_NUMBER = '61000019850309007X';

/** The key the functions of a test run have. */
export const idNumberKey = keyOf();
