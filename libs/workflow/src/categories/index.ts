import { actionCategory } from './action.category.ts';
import { agendaCategory } from './agenda.category.ts';
import { callCategory } from './call.category.ts';
import { decisionCategory } from './decision.category.ts';
import { guidanceCategory } from './guidance.category.ts';
import { practiceCategory } from './practice.category.ts';
import { topicCategory } from './topic.category.ts';
import type { GovernedCategory } from '../governed-category.ts';

/** Every category that a definition governs. */
export const governedCategories: readonly GovernedCategory[] = [
  actionCategory,
  agendaCategory,
  callCategory,
  decisionCategory,
  guidanceCategory,
  practiceCategory,
  topicCategory,
];

/** What the domain fixes for a category; null where no procedure governs. */
export const governedCategory = (name: string): GovernedCategory | null =>
  governedCategories.find((category) => category.name === name) ?? null;

/** The governed category that a command belongs to, or null. */
export const categoryOfCommand = (command: string): GovernedCategory | null =>
  governedCategories.find(({ commands }) => Object.hasOwn(commands, command)) ?? null;

/** The command of a category that records an event, or undefined. */
export const commandBehind = ({ commands }: GovernedCategory, event: string): string | undefined =>
  Object.keys(commands).find((command) => commands[command]?.includes(event));
