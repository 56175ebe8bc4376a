import { Module, type DynamicModule } from '@nestjs/common';
import { ApplicationModule, type Environment } from '../../libs/application/src/index.ts';
import { AccountController } from './account.controller.tsx';
import { EntranceController } from './entrance.controller.tsx';
import { Pages } from './pages.ts';
import { WebController } from './web.controller.tsx';

/** The pages of one deployment. */
@Module({})
export class WebModule {
  static forEnvironment(env: Environment): DynamicModule {
    return {
      module: WebModule,
      imports: [ApplicationModule.forEnvironment(env)],
      controllers: [EntranceController, AccountController, WebController],
      providers: [Pages],
    };
  }
}
