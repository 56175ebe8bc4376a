import { Module, type DynamicModule } from '@nestjs/common';
import type { Environment } from '../../libs/application/src/index.ts';
import { ApiModule } from '../api/api.module.ts';
import { WebModule } from '../web/web.module.ts';

/** Everything in one process. */
@Module({})
export class StandaloneModule {
  static forEnvironment(env: Environment): DynamicModule {
    return { module: StandaloneModule, imports: [ApiModule.forEnvironment(env), WebModule.forEnvironment(env)] };
  }
}
