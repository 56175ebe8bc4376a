export { convertDocument } from './convert.ts';
export type { ConversionFault } from './limits.ts';
export type { ConversionWarning } from './piece.ts';
export { converters, sourceKindOf, sourceMediaTypes, type ConvertedText, type SourceKind } from './source-kind.ts';
