import { ledgerFolder } from '../tile-reader.ts';
import { readKeys } from './key-files.ts';
import { Signer, type SigningAnswer, type SigningRequest } from './signer.ts';

// A process of its own: whoever takes over the service does not hold the key, and cannot make it sign two histories.
const [origin = '', record = '', tiles = '', keyFolder = ''] = process.argv.slice(2);
// What it has is read at once, so that a folder without a key ends it here and not at the first question.
readKeys(keyFolder);
const signer = new Signer({ origin, keys: () => readKeys(keyFolder), record, files: ledgerFolder(tiles) });

const isQuestion = (asked: unknown): asked is Asked => typeof asked === 'object' && asked !== null && 'id' in asked;

type Asked = { readonly id: number } & (SigningRequest | { readonly sumsSha256: string; readonly keys?: readonly string[] });

const answer = (asked: Asked): SigningAnswer => {
  if ('sumsSha256' in asked) return signer.signBundle(asked.sumsSha256, asked.keys);
  return signer.sign({ ...asked, root: asked.root instanceof Uint8Array ? Uint8Array.from(asked.root) : new Uint8Array() });
};

process.on('message', (asked: unknown) => {
  // What is no question has no answer either: whoever sent it is not the service.
  if (isQuestion(asked)) process.send?.({ id: asked.id, ...answer(asked) });
});
// Its parent has ended: nobody is left to ask.
process.on('disconnect', () => {
  process.exit(0);
});
// The service drains and tells it when to end; a signal to the whole group is not for it.
process.on('SIGINT', () => undefined);
process.send?.({ ready: signer.signedSize });
