export { decodeWorkingDocument, maxDocumentBytes, type DecodeRefusal } from './decode.ts';
export { formatSymbol, parseSymbol, symbolFamily, type DocumentSymbol } from './symbol.ts';
export { examineFile, type ExaminedFile } from './attachments/examine.ts';
export { attachmentLimits, type AttachmentFault } from './attachments/limits.ts';
export { BlobDamaged, BlobMissing, type BlobStore, type BlobTooLarge, type StagedBlob } from './blobs/blob-store.port.ts';
export { copyBlobs, type CopiedBlobs } from './blobs/copy-blobs.ts';
export { openFileBlobStore } from './blobs/file-blob-store.ts';
export * from './import/index.ts';
export * from './export/index.ts';
