/** The balancer in a process of its own, as it stands before bridges. */
import { z } from 'zod';
import { startTcpBalancer } from './tcp-balancer';

const balanceSchema = z.object({ type: z.literal('balance'), ports: z.array(z.number()) });

const run = async (): Promise<void> => {
  const balancer = await startTcpBalancer();
  process.on('message', (message) => {
    balancer.balance(balanceSchema.parse(message).ports);
    process.send?.({ type: 'balancing' });
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.send?.({ type: 'listening', baseUrl: `http://127.0.0.1:${balancer.port}` });
};

void run();
