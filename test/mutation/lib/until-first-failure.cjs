// Jest's environment for Node, in which nothing more is tried after the first failure: one is enough to notice a mutant.
const { TestEnvironment } = require('jest-environment-node');

class UntilFirstFailure extends TestEnvironment {
  handleTestEvent(event) {
    const first = globalThis.rapporteurFirstFailure;
    if (first?.isWanted !== true) return;
    if (event.name === 'hook_failure' || event.name === 'test_fn_failure') first.isSeen = true;
    if (event.name === 'test_start' && first.isSeen) event.test.mode = 'skip';
  }
}

module.exports = UntilFirstFailure;
