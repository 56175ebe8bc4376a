import { erasedWording, shortestTelling } from '../../../domain/src/index.ts';

/** Texts that are looked for in others, all at once: by their first characters, so that a text is gone through once. */
export class ToldApart {
  readonly #byBeginning = new Map<string, { readonly text: string; readonly erasureId: string }[]>();

  /** @param text  at least `shortestTelling` characters long */
  add(text: string, erasureId: string): void {
    const beginning = text.slice(0, shortestTelling);
    this.#byBeginning.set(beginning, [...(this.#byBeginning.get(beginning) ?? []), { text, erasureId }]);
  }

  get isEmpty(): boolean {
    return this.#byBeginning.size === 0;
  }

  /** The erasure whose text stands in a text, or null. */
  erasureIn(text: string): string | null {
    for (let at = 0; at + shortestTelling <= text.length; at += 1) {
      const candidates = this.#byBeginning.get(text.slice(at, at + shortestTelling));
      const found = candidates?.find((candidate) => text.startsWith(candidate.text, at));
      if (found !== undefined) return found.erasureId;
    }
    return null;
  }

  /** A value with every text replaced in which one of these stands. @param tell  told of the erasure of each */
  without(value: unknown, tell: (erasureId: string) => void): unknown {
    if (typeof value === 'string') {
      const erasureId = this.erasureIn(value);
      if (erasureId === null) return value;
      tell(erasureId);
      return erasedWording;
    }
    if (Array.isArray(value)) return value.map((member) => this.without(member, tell));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]): [string, unknown] => [name, this.without(member, tell)]));
  }
}
