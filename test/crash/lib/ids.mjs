export { uuidV5 as idOf } from '../../../dist/libs/event-store/src/index.js';
export { chanceOf } from '../../support/chance.ts';
