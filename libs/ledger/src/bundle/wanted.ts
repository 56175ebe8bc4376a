import type { BundledEvent } from './entry.ts';

interface Filed {
  readonly attachmentId: string;
  readonly edition: number;
  readonly sha256: string;
}

interface Imported {
  readonly documentId: string;
  readonly sha256: string;
  readonly source?: object;
}

const documentKey = 'document/';

/** What the events of a bundle refer to and the bundle therefore has to hold: attached files, documents that were converted, and the procedures in force. */
export class WantedFiles {
  readonly #files = new Map<string, string>();
  readonly #policies = new Set<string>();

  learn({ type, data, metadata }: BundledEvent): void {
    const { policy } = metadata;
    if (policy !== undefined && /^[0-9a-f]{64}$/.test(policy)) this.#policies.add(policy);
    const { attachmentId, edition, file } = data as { attachmentId: string; edition: number; file?: { sha256: string } };
    const key = `${attachmentId}/${edition}`;
    if ((type === 'AttachmentFiled' || type === 'AttachmentEditionFiled') && file !== undefined) this.#files.set(key, file.sha256);
    if (type === 'WorkingDocumentImported') this.#learnDocument(data as unknown as Imported);
    if (type === 'AttachmentBytesDeleted') this.#forget(data as unknown as Filed);
  }

  /** Two persons decided that the bytes go; their hash stays (DESIGN §8). */
  #forget({ sha256 }: Filed): void {
    for (const [name, hash] of this.#files) if (hash === sha256 && !name.startsWith(documentKey)) this.#files.delete(name);
  }

  /** A document that came as text stands in its entries; one that was converted lies beside them as it came. */
  #learnDocument({ documentId, sha256, source }: Imported): void {
    if (source !== undefined) this.#files.set(`${documentKey}${documentId}`, sha256);
  }

  /** SHA-256 of every file that is attached and was not deleted. */
  get documents(): ReadonlySet<string> {
    return new Set(this.#files.values());
  }

  /** SHA-256 of every procedure that an entry names. */
  get definitions(): ReadonlySet<string> {
    return this.#policies;
  }
}
