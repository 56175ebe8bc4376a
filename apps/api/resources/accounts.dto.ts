import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Id, Pattern, Text } from '../input/fields.ts';

export class InviteDto {
  @Id('Person of the directory who is to sign in.')
  readonly personId!: string;
}

export class ResetDto {
  @ApiProperty({ type: Boolean, description: 'Whether the second factor was lost as well: it then goes with the new password.' })
  @IsBoolean()
  readonly lostSecondFactor!: boolean;
}

export class NewPasswordDto {
  @Text(1, 512, 'Password until now.')
  readonly currentPassword!: string;

  @Text(1, 512, 'Password from now on: at least 12 characters, not easily guessed.')
  readonly password!: string;
}

export class LinkPasswordDto {
  @Text(1, 200, 'The link as it was handed out: what stands behind the last stroke of its address.')
  readonly link!: string;

  @Text(1, 512, 'Password from now on: at least 12 characters, not easily guessed.')
  readonly password!: string;
}

export class SignInDto {
  @Text(1, 254, 'Address for mail.')
  readonly email!: string;

  @Text(1, 512, 'Password.')
  readonly password!: string;
}

export class CodeDto {
  @Pattern(/^\d{6}$/, 'Code of the authenticator at this moment.', '123456')
  readonly code!: string;
}

export class EnrolDto extends CodeDto {
  @Text(1, 400, 'The seed as it was proposed, sealed.')
  readonly sealedSeed!: string;
}
