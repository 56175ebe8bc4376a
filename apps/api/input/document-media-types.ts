/** What working documents may be called when they are sent; what they are is told by their bytes. */
export const documentMediaTypes = [
  'text/markdown',
  'text/plain',
  'application/octet-stream',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
