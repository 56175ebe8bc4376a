export { keyBytes, publicKeyOf, signatureBytes, signEd25519, verifyEd25519 } from './ed25519.ts';
export {
  formatNote,
  formatSignature,
  formatVerifierKey,
  keyIdOf,
  parseNote,
  parseVerifierKey,
  signatureTypes,
  signNote,
  verifierKeyOf,
  verifyNote,
  type Note,
  type NoteVerdict,
  type SignatureLine,
  type VerifierKey,
} from './note.ts';
export {
  checkpointMessage,
  cosign,
  cosignedAt,
  headText,
  parseCheckpoint,
  parseHead,
  type Checkpoint,
  type TreeHead,
} from './checkpoint.ts';
export { areSignedBy, LogKeys } from './log-keys.ts';
export { parsePolicy, verifyCheckpoint, type CheckpointVerdict, type Policy, type PolicyFault } from './policy.ts';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type ProofVerdict, type TlogProof } from './tlog-proof.ts';
