/** Something with a type and the data that belong to it: an event, or a command. */
interface Typed {
  readonly type: string;
  readonly data: object;
}

type DataByType<M extends Typed> = { readonly [T in M as T['type']]: T['data'] };

type Paired<M extends Typed, K extends keyof DataByType<M>> = {
  [T in K]: { readonly type: T; readonly data: DataByType<M>[T] };
}[K];

/** One function for every type of message; the compiler finds the missing one. */
export type Table<M extends Typed, S, R> = { readonly [T in keyof DataByType<M>]: (data: DataByType<M>[T], state: S) => R };

/** What the function for the message's type says. */
export const lookUp = <M extends Typed, S, R, K extends keyof DataByType<M>>(table: Table<M, S, R>, message: Paired<M, K>, state: S): R =>
  table[message.type](message.data, state);
