import { describe, expect, it } from '@jest/globals';
import type { BundledEvent } from './entry.ts';
import { WantedFiles } from './wanted.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const told = (type: string, data: object) => ({ type, data, metadata: {} }) as unknown as BundledEvent;

describe('the files that a bundle has to hold', () => {
  it('are those attached, and documents that were converted; not documents that came as text', () => {
    const wanted = new WantedFiles();
    wanted.learn(told('WorkingDocumentImported', { documentId: 'd1', sha256: first, source: {} }));
    wanted.learn(told('WorkingDocumentImported', { documentId: 'd2', sha256: second }));
    expect([...wanted.documents]).toStrictEqual([first]);
  });

  it('still hold the bytes of a document when the same bytes, attached elsewhere, were deleted', () => {
    const wanted = new WantedFiles();
    wanted.learn(told('WorkingDocumentImported', { documentId: 'd1', sha256: first, source: {} }));
    wanted.learn(told('AttachmentFiled', { attachmentId: 'a1', edition: 1, file: { sha256: first } }));
    wanted.learn(told('AttachmentFiled', { attachmentId: 'a2', edition: 1, file: { sha256: second } }));
    wanted.learn(told('AttachmentBytesDeleted', { attachmentId: 'a1', edition: 1, sha256: first }));
    wanted.learn(told('AttachmentBytesDeleted', { attachmentId: 'a2', edition: 1, sha256: second }));
    expect([...wanted.documents]).toStrictEqual([first]);
  });
});
