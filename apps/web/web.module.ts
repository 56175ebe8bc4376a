import { Module, type DynamicModule } from '@nestjs/common';
import { ApplicationModule, type Environment } from '../../libs/application/src/index.ts';
import { delegateControllers } from './areas/delegate/delegate.controllers.ts';
import { AccountController } from './areas/entrance/account.controller.tsx';
import { EntranceController } from './areas/entrance/entrance.controller.tsx';
import { AssetsController } from './assets.controller.ts';
import { pageRegistry } from './page-registry.ts';
import { refuseUnregistered } from './page-routes.ts';
import { secretariatControllers } from './areas/secretariat/secretariat.controllers.ts';
import { Pages } from './pages.ts';
import { FindingController } from './areas/public/finding.controller.tsx';
import { PublicController } from './areas/public/public.controller.tsx';

const controllers = [
  EntranceController,
  AccountController,
  ...delegateControllers,
  FindingController,
  PublicController,
  ...secretariatControllers,
];

/** The pages of one deployment. */
@Module({})
export class WebModule {
  static forEnvironment(env: Environment): DynamicModule {
    refuseUnregistered(controllers, pageRegistry);
    return {
      module: WebModule,
      imports: [ApplicationModule.forEnvironment(env)],
      controllers: [AssetsController, ...controllers],
      providers: [Pages],
    };
  }
}
