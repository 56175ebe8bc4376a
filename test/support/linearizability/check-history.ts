/** One call of a client: when it was made and when it was answered; an outcome nobody knows is never answered. */
export interface Operation<Input, Output> {
  readonly input: Input;
  readonly output: Output;
  /** Any increasing time; every call and every answer has its own. */
  readonly calledAt: number;
  /** `Infinity` when no answer came: it may take effect at any later time, or never. */
  readonly answeredAt: number;
}

/** What one thing does when it is asked one thing at a time. */
export interface Model<State, Input, Output> {
  readonly initial: State;
  /** State after the operation, or null when this answer cannot be given in this state. */
  readonly step: (state: State, input: Input, output: Output) => State | null;
  /** Equal for equal states. */
  readonly key: (state: State) => string;
}

interface Entry {
  readonly operation: number;
  readonly isCall: boolean;
  previous: Entry | null;
  next: Entry | null;
}

const entriesOf = (operations: readonly Operation<unknown, unknown>[]): { readonly head: Entry; readonly answers: readonly Entry[] } => {
  const times = operations.flatMap(({ calledAt, answeredAt }, operation) => [
    { operation, isCall: true, at: calledAt },
    { operation, isCall: false, at: answeredAt },
  ]);
  times.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  const head: Entry = { operation: -1, isCall: true, previous: null, next: null };
  const answers: Entry[] = [];
  let last = head;
  for (const { operation, isCall } of times) {
    const entry: Entry = { operation, isCall, previous: last, next: null };
    last.next = entry;
    last = entry;
    if (!isCall) answers[operation] = entry;
  }
  return { head, answers };
};

const unlink = (entry: Entry): void => {
  if (entry.previous !== null) entry.previous.next = entry.next;
  if (entry.next !== null) entry.next.previous = entry.previous;
};

const relink = (entry: Entry): void => {
  if (entry.previous !== null) entry.previous.next = entry;
  if (entry.next !== null) entry.next.previous = entry;
};

/** Places already tried: which operations have taken effect, and the state they led to. */
class Tried<State> {
  readonly #done: bigint[] = [0n];
  readonly #seen = new Set<string>();
  readonly #key: (state: State) => string;

  constructor(key: (state: State) => string) {
    this.#key = key;
  }

  /** @returns false when this was tried before */
  push(operation: number, state: State): boolean {
    const done = (this.#done.at(-1) ?? 0n) | (1n << BigInt(operation));
    const place = `${done.toString(36)}|${this.#key(state)}`;
    if (this.#seen.has(place)) return false;
    this.#seen.add(place);
    this.#done.push(done);
    return true;
  }

  pop(): void {
    this.#done.pop();
  }
}

/**
 * Whether some order of the operations, each taking effect between its call and its answer, explains every answer.
 *
 * Depth-first search that remembers what it has tried (Wing and Gong 1993; memory of Lowe 2017).
 */
export const isLinearizable = <State, Input, Output>(
  { initial, step, key }: Model<State, Input, Output>,
  operations: readonly Operation<Input, Output>[],
): boolean => {
  const { head, answers } = entriesOf(operations);
  const tried = new Tried(key);
  const taken: { readonly call: Entry; readonly answer: Entry; readonly state: State }[] = [];
  let state = initial;
  let at = head.next;
  const take = (call: Entry): boolean => {
    const operation = operations[call.operation];
    const answer = answers[call.operation];
    if (operation === undefined || answer === undefined) return false;
    const after = step(state, operation.input, operation.output);
    if (after === null || !tried.push(call.operation, after)) return false;
    taken.push({ call, answer, state });
    state = after;
    unlink(call);
    unlink(answer);
    return true;
  };
  while (head.next !== null) {
    if (at?.isCall === true) {
      at = take(at) ? head.next : at.next;
      continue;
    }
    // Behind an answer nothing can have been called before it. What was never answered need not have happened.
    if (at === null || operations[at.operation]?.answeredAt === Infinity) return true;
    const last = taken.pop();
    if (last === undefined) return false;
    tried.pop();
    ({ state } = last);
    relink(last.answer);
    relink(last.call);
    at = last.call.next;
  }
  return true;
};
