import { CommentsController } from './comments.controller.tsx';
import { ContributionController } from './contribution.controller.tsx';
import { DraftsController } from './drafts.controller.tsx';
import { DelegateHomeController } from './home.controller.tsx';

/** Controllers of the delegates' pages. */
export const delegateControllers = [DelegateHomeController, DraftsController, ContributionController, CommentsController] as const;
