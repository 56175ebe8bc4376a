import type { BundledEvent } from './entry.ts';

interface Filed {
  readonly attachmentId: string;
  readonly edition: number;
  readonly sha256: string;
}

/** What the events of a bundle refer to and the bundle therefore has to hold: attached files, and the procedures in force. */
export class WantedFiles {
  readonly #files = new Map<string, string>();
  readonly #policies = new Set<string>();

  learn({ type, data, metadata }: BundledEvent): void {
    const { policy } = metadata;
    if (policy !== undefined && /^[0-9a-f]{64}$/.test(policy)) this.#policies.add(policy);
    const { attachmentId, edition, file } = data as { attachmentId: string; edition: number; file?: { sha256: string } };
    const key = `${attachmentId}/${edition}`;
    if ((type === 'AttachmentFiled' || type === 'AttachmentEditionFiled') && file !== undefined) this.#files.set(key, file.sha256);
    // Two persons decided that the bytes go; their hash stays (DESIGN §8).
    if (type === 'AttachmentBytesDeleted') {
      const { sha256 } = data as unknown as Filed;
      for (const [name, hash] of this.#files) if (hash === sha256) this.#files.delete(name);
    }
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
