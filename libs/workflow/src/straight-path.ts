/**
 * SHA-256 of the bytes of `straight-path.v1.json`: the policy that events were stamped with before definitions existed. The file is
 * kept for ever; an instance that began under it goes on under version 1 of its category's definition, which is the same procedure.
 */
export const straightPathPolicy = '68f27ba549a2c7815dd10efafbbd279f1b6727d098abe9ca433f91bf2b941ca5';
