import { describe, expect, it } from '@jest/globals';
import { decodeWorkingDocument, maxDocumentBytes } from './index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the bytes of a working document', () => {
  it('are its text, mark and line ends included', () => {
    expect(decodeWorkingDocument(bytes('\uFEFF1. é\r\n\f2. b'))).toStrictEqual({ text: '\uFEFF1. é\r\n\f2. b' });
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', bytes(''), 'document.empty'],
    ['blanks', bytes(' \r\n\t'), 'document.empty'],
    ['half a character', Uint8Array.of(0x31, 0x2e, 0x20, 0xc3), 'document.not_utf8'],
    ['Latin-1', Uint8Array.of(0x31, 0x2e, 0x20, 0xe9, 0x20), 'document.not_utf8'],
    ['a surrogate in UTF-8', Uint8Array.of(0xed, 0xa0, 0x80), 'document.not_utf8'],
    ['UTF-16', Uint8Array.of(0x31, 0x00, 0x2e, 0x00), 'document.contains_nul'],
    ['NUL', bytes('1. a\0b'), 'document.contains_nul'],
  ])('are refused when they are %s', (_what, given, code) => {
    expect(decodeWorkingDocument(given)).toStrictEqual({ code });
  });

  it('are taken up to 5 MB and refused beyond', () => {
    const text = 'x'.repeat(maxDocumentBytes);
    expect(decodeWorkingDocument(bytes(text))).toHaveProperty('text');
    expect(decodeWorkingDocument(bytes(`${text}x`))).toStrictEqual({
      code: 'document.too_large',
      sizeBytes: maxDocumentBytes + 1,
      maxBytes: maxDocumentBytes,
    });
  });
});
