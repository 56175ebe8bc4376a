/** One function per name of a union of commands or events; a missing or unknown name does not compile. */
export type Handlers<M extends { readonly type: string; readonly data: object }, S, A> = {
  readonly [T in M['type']]: (data: Extract<M, { readonly type: T }>['data'], state: S) => A;
};

/** Gives a command or event to the function of its name: a switch for unions too long to read as one. */
export const dispatch = <M extends { readonly type: string; readonly data: object }, S, A>(
  handlers: Handlers<M, S, A>,
  message: M,
  state: S,
): A => {
  const name: M['type'] = message.type;
  const handler: (data: M['data'], state: S) => A = handlers[name];
  return handler(message.data, state);
};
