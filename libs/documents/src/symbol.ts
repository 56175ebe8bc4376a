/** A document symbol: series and running number make the family, the language the rendition, digit and letter the version. */
export interface DocumentSymbol {
  readonly series: string;
  readonly number: number;
  readonly language: 'E' | 'F';
  readonly version: number | null;
  readonly suffix: string | null;
}

const pattern = /^([A-Z]{2})(\d{4})([EF])(\d?)([a-z]?)$/;

/** Reads `PC0410E1`, `SP0493E`, `PC0345E1a`; null for anything else. */
export const parseSymbol = (text: string): DocumentSymbol | null => {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, series = '', number = '', language = 'E', version = '', suffix = ''] = match;
  return {
    series,
    number: Number(number),
    language: language === 'F' ? 'F' : 'E',
    version: version === '' ? null : Number(version),
    suffix: suffix === '' ? null : suffix,
  };
};

/** Series and number, without language and version: `PC0410`. Two symbols of one family are renditions or editions of one document. */
export const symbolFamily = ({ series, number }: DocumentSymbol): string => `${series}${String(number).padStart(4, '0')}`;

/** The symbol as printed. */
export const formatSymbol = (symbol: DocumentSymbol): string =>
  `${symbolFamily(symbol)}${symbol.language}${symbol.version ?? ''}${symbol.suffix ?? ''}`;
