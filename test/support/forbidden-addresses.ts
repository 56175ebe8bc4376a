/** One of each kind that no webhook may reach, with the borders of ranges. */
export const forbiddenAddresses: readonly string[] = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255', '100.100.100.200'],
  ...['127.0.0.0', '127.0.0.1', '127.255.255.255', '168.63.129.16', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.0', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.0.0', '192.168.255.255', '198.18.0.0'],
  ...['198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:169.254.169.254'],
  ...['::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1'],
  ...['2002:7f00:1::', '2002:a00:1::1', 'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1', 'fe80::1', 'febf::1', 'fec0::1'],
  ...['ff02::1', 'ff05::2', '3fff::1', '4000::1', '5f00::1'],
];

/** An IPv4 address in every way in which some reader of URLs takes it. */
const spellings = (address: string): readonly string[] => {
  const bytes = address.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, digits = 1): string => value.toString(16).padStart(digits, '0');
  const octal = (value: number, digits = 0): string => `0${value.toString(8).padStart(digits, '0')}`;
  const mapped = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${hex(whole, 8)}`,
    `0X${hex(whole, 8).toUpperCase()}`,
    octal(whole),
    bytes.map((byte) => `0x${hex(byte)}`).join('.'),
    bytes.map((byte) => octal(byte)).join('.'),
    bytes.map((byte) => octal(byte, 6)).join('.'),
    `0x${hex(a)}.${octal(b)}.${String(c)}.${String(d)}`,
    `${String(a)}.${String(b)}.${String(c * 256 + d)}`,
    `${String(a)}.${String((b * 256 + c) * 256 + d)}`,
    address.replaceAll('.', '。'),
    address.replaceAll('.', '．'),
    address.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    address.replaceAll(/\d/g, (digit) => `%3${digit}`),
    `[::ffff:${address}]`,
    `[::ffff:${mapped}]`,
    `[0:0:0:0:0:FFFF:${mapped}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[2002:${mapped}::1]`,
    `user@${address}`,
    `93.184.216.34@${address}`,
  ];
};

const names = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'sub.localhost',
  'ip6-localhost',
  'metadata.google.internal',
  '127.0.0.1.hooks.example',
];

/** URLs that lead to such addresses if anybody believes them. `port` is where somebody listens on this machine. */
export const forbiddenUrls = (port: number): readonly string[] => {
  const hosts = ['127.0.0.1', '127.1.2.3', '10.0.0.1', '169.254.169.254', '192.168.1.1', '0.0.0.0'].flatMap(spellings);
  const literals = forbiddenAddresses.filter((address) => address.includes(':')).map((address) => `[${address}]`);
  const all = [...hosts, ...literals, ...names];
  const odd = [`https://127.0.0.1\\@hooks.example/`, 'https://hooks.example#@127.0.0.1/', 'https:127.0.0.1', 'https:/127.0.0.1/'];
  const others = [
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
    'ftp://127.0.0.1/',
    'data:,x',
    'unix:/run/x',
    '//127.0.0.1/',
    ' https://127.0.0.1',
  ];
  const here = all.flatMap((host) => [`https://${host}/`, `https://${host}:${String(port)}/`, `http://${host}:${String(port)}/`]);
  return [...new Set([...here, ...odd, ...others])];
};
