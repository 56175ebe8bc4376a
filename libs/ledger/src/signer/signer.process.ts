import { ledgerFolder } from '../tile-reader.ts';
import { readKeys } from './key-files.ts';
import { Signer, type SigningRequest } from './signer.ts';

// A process of its own: whoever takes over the service does not hold the key, and cannot make it sign two histories.
const [origin = '', record = '', tiles = '', keyFolder = ''] = process.argv.slice(2);
// What it has is read at once, so that a folder without a key ends it here and not at the first question.
readKeys(keyFolder);
const signer = new Signer({ origin, keys: () => readKeys(keyFolder), record, files: ledgerFolder(tiles) });

type Asked = { readonly id: number } & (SigningRequest | { readonly sumsSha256: string; readonly keys?: readonly string[] });

process.on('message', (asked: Asked) => {
  const answer =
    'sumsSha256' in asked ? signer.signBundle(asked.sumsSha256, asked.keys) : signer.sign({ ...asked, root: Uint8Array.from(asked.root) });
  process.send?.({ id: asked.id, ...answer });
});
// Its parent has ended: nobody is left to ask.
process.on('disconnect', () => {
  process.exit(0);
});
// The service drains and tells it when to end; a signal to the whole group is not for it.
process.on('SIGINT', () => undefined);
process.send?.({ ready: signer.signedSize });
