export { formatSubmission, parseSubmission, type Submission } from './submission.ts';
export { Witness, type WitnessAnswer } from './witness.ts';
export { cosigningBy, type WitnessAsking } from './witness-client.ts';
