import type { GenericSchema, InferInput, InferOutput } from 'valibot';

/** What an action takes and gives. A mutation carries a client-made `requestId` and leaves an audit entry. */
export interface Action<I extends GenericSchema = GenericSchema, O extends GenericSchema = GenericSchema> {
  kind: 'query' | 'mutation';
  input: I;
  output: O;
}

export type Contract = Record<string, Action>;

export const query = <I extends GenericSchema, O extends GenericSchema>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const;

export const mutation = <I extends GenericSchema, O extends GenericSchema>(input: I, output: O) =>
  ({ kind: 'mutation', input, output }) as const;

/** What the client may pass (defaults not filled in yet). */
export type InputOf<A extends Action> = InferInput<A['input']>;
/** What the handler gets (defaults filled in, texts trimmed). */
export type ParsedOf<A extends Action> = InferOutput<A['input']>;
export type OutputOf<A extends Action> = InferOutput<A['output']>;
