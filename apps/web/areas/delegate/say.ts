import { sayFrom } from '../../format.ts';
import { delegateTexts } from './delegate.texts.ts';

/** The words of the delegates' pages. */
export const say = sayFrom(delegateTexts);

export type DelegateText = keyof typeof delegateTexts;
