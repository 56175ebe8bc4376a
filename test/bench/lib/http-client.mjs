// A client process: asks as fast as answers come, over so many connections; prints how many were answered 2xx in a second.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const { url, token, connections, milliseconds, body, method = 'POST' } = JSON.parse(process.argv[2]);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const target = new URL(url);
const text = body === undefined ? '' : JSON.stringify(body);
const sending = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
const base = { ...sending, authorization: `Bearer ${token}` };

const ask = () =>
  new Promise((resolve, reject) => {
    const headers = method === 'GET' ? base : { ...base, 'idempotency-key': randomUUID() };
    const path = target.pathname + target.search;
    const sent = request({ agent, method, host: target.hostname, port: target.port, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    sent.on('error', reject);
    sent.end(text);
  });

const latencies = [];
const end = performance.now() + milliseconds;
const begun = performance.now();
let failed = 0;
const worker = async () => {
  while (performance.now() < end) {
    const before = performance.now();
    const status = await ask();
    if (status >= 200 && status < 300) latencies.push(performance.now() - before);
    else failed += 1;
  }
};
await Promise.all(Array.from({ length: connections }, worker));
const seconds = (performance.now() - begun) / 1_000;
latencies.sort((a, b) => a - b);
const at = (share) => latencies[Math.floor(share * (latencies.length - 1))];
process.stdout.write(JSON.stringify({ rate: latencies.length / seconds, failed, p50: at(0.5), p99: at(0.99) }));
agent.destroy();
