import { withoutWording } from '../../../domain/src/index.ts';
import type { RecordedEvent } from '../../../event-store/src/index.ts';
import type { DecidedErasure } from './pending.ts';
import { ToldApart } from './told-apart.ts';

interface Said {
  readonly attachmentId?: string;
  readonly translationId?: string;
  readonly owner?: { readonly object: string; readonly id: string };
  readonly subject?: { readonly object: string; readonly id: string };
  readonly draftId?: string;
  readonly splitFrom?: string;
  readonly personId?: string;
  readonly accreditationId?: string;
}

/** What belongs to subjects of erasures, found by reading the whole log once, in its order. */
export class Belongings {
  readonly #owners = new Map<string, string>();
  readonly #outside = new Map<string, string>();
  readonly #parts = new Set<string>();
  readonly #holders = new Map<string, string>();
  readonly #credentials = new Map<string, { readonly accreditationId: string; readonly personId: string }>();
  readonly texts = new ToldApart();

  constructor(erasures: readonly DecidedErasure[]) {
    for (const { erasureId, subject } of erasures) {
      const kept = subject.object === 'person' ? this.#outside : this.#owners;
      kept.set(`${subject.object}-${subject.id}`, erasureId);
    }
  }

  /** The erasure to whose subject a ledgered stream belongs, or null. */
  ownerOf(streamId: string): string | null {
    return this.#owners.get(streamId) ?? null;
  }

  /** A part that a contribution was split into, or what it was split from: it repeats what was said, and goes on by itself. */
  isPart(streamId: string): boolean {
    return this.#parts.has(streamId);
  }

  /** Streams outside the ledger that go whole, with the erasure by which they go. */
  get outside(): ReadonlyMap<string, string> {
    const all = new Map(this.#outside);
    for (const [stream, { accreditationId, personId }] of this.#credentials) {
      const erasureId = this.#outside.get(`person-${this.#holders.get(accreditationId) ?? personId}`);
      if (erasureId !== undefined) all.set(stream, erasureId);
    }
    return all;
  }

  learn({ streamId, type, data }: RecordedEvent): void {
    const said = data as Said;
    if (type === 'AttachmentFiled') this.#adopt(`attachment-${String(said.attachmentId)}`, said.owner);
    if (type === 'TranslationRequested') this.#adopt(`translation-${String(said.translationId)}`, said.subject);
    if (type === 'PersonAccreditationLinked') this.#holders.set(String(said.accreditationId), String(said.personId));
    if (streamId.startsWith('credential-')) this.#learnCredential(streamId, said);
    this.#learnWhatWasSaid(streamId, said);
  }

  #learnWhatWasSaid(streamId: string, said: Said): void {
    if (said.splitFrom !== undefined && this.#owners.has(`topic-${said.splitFrom}`)) this.#parts.add(streamId);
    const erasureId = this.#owners.get(streamId);
    if (erasureId === undefined) return;
    // The topic that it was divided from says what each part says.
    if (said.splitFrom !== undefined) this.#parts.add(`topic-${said.splitFrom}`);
    if (typeof said.draftId === 'string') this.#outside.set(`draft-${said.draftId}`, erasureId);
    withoutWording(said).said.forEach((text) => {
      this.texts.add(text, erasureId);
    });
  }

  #adopt(stream: string, owner: Said['owner']): void {
    const erasureId = owner === undefined ? undefined : this.#owners.get(`${owner.object}-${owner.id}`);
    if (erasureId !== undefined) this.#owners.set(stream, erasureId);
  }

  #learnCredential(stream: string, { accreditationId = '', personId = '' }: Said): void {
    if (accreditationId !== '' || personId !== '') this.#credentials.set(stream, { accreditationId, personId });
  }
}
