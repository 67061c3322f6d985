/** `npm run check`: says what is wrong with the structure of the SuiteApp, and fails if anything is. */
import path from 'node:path';
import { suiteAppProblems } from './suiteapp-problems';

const problems = suiteAppProblems(path.join(__dirname, '..', '..'));
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
