import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ledgerFolder } from '../tile-reader.ts';
import { Signer, type SigningRequest } from './signer.ts';

// A process of its own: whoever takes over the service does not hold the key, and cannot make it sign two histories.
const [origin = '', record = '', tiles = '', ...keyFiles] = process.argv.slice(2);
const keys = keyFiles.map((file) => createPrivateKey(readFileSync(file)));
const signer = new Signer({ origin, keys, record, files: ledgerFolder(tiles) });

type Asked = { readonly id: number } & (SigningRequest | { readonly sumsSha256: string });

process.on('message', (asked: Asked) => {
  const answer =
    'sumsSha256' in asked ? signer.signBundle(asked.sumsSha256) : signer.sign({ size: asked.size, root: Uint8Array.from(asked.root) });
  process.send?.({ id: asked.id, ...answer });
});
// Its parent has ended: nobody is left to ask.
process.on('disconnect', () => {
  process.exit(0);
});
// The service drains and tells it when to end; a signal to the whole group is not for it.
process.on('SIGINT', () => undefined);
process.send?.({ ready: signer.signedSize });
