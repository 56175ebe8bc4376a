export { decodeWorkingDocument, maxDocumentBytes, type DecodeRefusal } from './decode.ts';
export { formatSymbol, parseSymbol, symbolFamily, type DocumentSymbol } from './symbol.ts';
export * from './import/index.ts';
