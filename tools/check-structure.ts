/** `npm run structure`: says what is wrong with the SuiteApp, as written and as built, and fails if anything is. */
import path from 'node:path';
import { allProblems } from './suiteapp-problems';

const problems = allProblems(path.join(__dirname, '..', '..'));
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
