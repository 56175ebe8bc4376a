import { sayFrom } from '../../format.ts';
import { publicTexts } from './public.texts.ts';

/** The words of search, comparison and the ledger page. */
export const tell = sayFrom(publicTexts);
