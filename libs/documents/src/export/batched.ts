const batchCharacters = 32 * 1024;

/** Joins small pieces of text into larger ones, so that a stream is not woken for every line. */
export async function* batched(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let held: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < batchCharacters) continue;
    yield held.join('');
    held = [];
    size = 0;
  }
  if (size > 0) yield held.join('');
}
