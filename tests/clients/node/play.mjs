// Plays a plan of calls against gateways that it knows nothing of: the contracts come by reflection.
// Usage: node play.mjs PLAN, with {"doors": {"TH": "127.0.0.1:5102"}, "tokens": {"TH/TH-HOME/DO": "..."}} on stdin.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import grpc from '@grpc/grpc-js';
import { GrpcReflection } from 'grpc-js-reflection-client';

const SERVICE = 'referral.desk.v1.Cases';
const PATIENCE_MS = 30_000;
const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { doors, tokens } = JSON.parse(readFileSync(0, 'utf8'));
const known = {};

async function clientOf(door) {
  const open = grpc.credentials.createInsecure();
  const descriptor = await new GrpcReflection(door, open).getDescriptorBySymbol(SERVICE);
  const found = descriptor.getPackageObject({ keepCase: true, enums: String, longs: String });
  return new found.referral.desk.v1.Cases(door, open);
}

function filled(value) {
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one)]));
  if (value === '$uuid') return randomUUID();
  return typeof value === 'string' && value.startsWith('$') ? known[value.slice(1)] : value;
}

function call(client, step, request) {
  const metadata = new grpc.Metadata();
  metadata.add('authorization', `Bearer ${tokens[`${step.at}/${step.post}/${step.role}`]}`);
  return new Promise((given, refused) => client[step.call](request, metadata,
    { deadline: Date.now() + PATIENCE_MS }, (no, answer) => (no ? refused(no) : given(answer))));
}

const clients = {};
for (const step of plan.steps) {
  const client = (clients[step.at] ??= await clientOf(doors[step.at]));
  const request = filled(step.with);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await call(client, step, request);
    for (const [name, field] of Object.entries(step.keep ?? {})) known[name] = answer[field];
    if (!step.until
      || answer[step.until.list].some((one) => one[step.until.field] === filled(step.until.is))) break;
    if (Date.now() > end) throw new Error(`${step.call} never showed ${step.until.field}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}

console.log(JSON.stringify(known));
process.exit(0);
