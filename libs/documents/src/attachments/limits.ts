/** What is taken as an attachment; `security.md` §3 has the reasons. */
export const attachmentLimits = {
  /** Size of one file. */
  maxBytes: 25 * 1024 * 1024,
  /** Parts of a file that is an archive inside. */
  maxEntries: 1_000,
  /** All parts together, unpacked. */
  maxUnpackedBytes: 200 * 1024 * 1024,
  /** Unpacked against packed. */
  maxRatio: 100,
  /** Below this a part may be packed as tightly as it will. */
  ratioFromBytes: 1024 * 1024,
  /** An embedded document may hold none of its own. */
  maxDepth: 1,
  maxPixelsPerSide: 30_000,
  maxNameLength: 200,
} as const;

export type ArchiveFault =
  'entries' | 'size' | 'ratio' | 'path' | 'link' | 'encrypted' | 'nested' | 'overlap' | 'duplicate' | 'macro' | 'damaged';

export type AttachmentFault =
  | { readonly code: 'attachment.type_not_allowed'; readonly found: string }
  /** The name promises another type than the signature says. */
  | { readonly code: 'attachment.name_disagrees'; readonly name: string; readonly found: string }
  | { readonly code: 'attachment.name_unusable' }
  | { readonly code: 'attachment.archive_unsafe'; readonly what: ArchiveFault }
  | { readonly code: 'attachment.image_unusable' }
  | { readonly code: 'attachment.empty' };
