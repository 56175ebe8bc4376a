import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon } from '../../../../test/support/domain.ts';
import { processOutcomeDecider, type ProcessOutcomeCommand, type UnansweredCommand } from './index.ts';

const given = specFor(processOutcomeDecider);
const command: UnansweredCommand = {
  effectId: 'e1',
  process: 'merge-propagation',
  instance: 't1',
  command: 'acceptMerge',
  triggerId: 'v1',
  triedAt: noon,
};
const outcome = (code: string | null): ProcessOutcomeCommand => ({ type: 'RecordProcessOutcome', data: { ...command, code } });
const refused = { type: 'ProcessCommandRefused', data: { ...command, code: 'topic.withdrawn' } } as const;

describe('what came of a command of a process', () => {
  it('is on record with the code of its refusal', () => {
    given().when(outcome('topic.withdrawn')).then(refused);
  });

  it('is on record when there was nothing to do', () => {
    given().when(outcome(null)).then({ type: 'ProcessCommandFoundDone', data: command });
  });

  it('stands as it came first', () => {
    given(refused).when(outcome('topic.withdrawn')).thenNothing();
    given(refused).when(outcome(null)).thenNothing();
  });
});
