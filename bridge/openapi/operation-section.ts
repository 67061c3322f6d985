/** One operation as people read it: what it does, what to send, what comes back. */
import { markup, nothing, prose, type Html } from './markup';
import type { OpenApiMedia, OpenApiOperation, OpenApiResponse } from './openapi-types';
import { exampleBlock, typeOf } from './schema-section';
import { scrollTable } from './scroll-table';

const parameterTable = ({ parameters, operationId }: OpenApiOperation): Html =>
  parameters.length === 0
    ? nothing
    : scrollTable({
        label: `Parameters of ${operationId}`,
        caption: 'Parameters',
        columns: ['Name', 'In', 'Type', 'Meaning'],
        rows: parameters.map(({ name, required, in: place, schema, description, example }) => ({
          name,
          isRequired: required,
          cells: [
            markup`${place}`,
            typeOf(schema),
            markup`${prose(description)} Example: <code>${String(example)}</code>`,
          ],
        })),
      });

const examplesOf = ({ examples = {} }: OpenApiMedia): readonly Html[] =>
  Object.values(examples).map(({ summary, value }) => exampleBlock(summary, value));

const contentOf = (content: OpenApiResponse['content'] = {}): Html =>
  markup`${Object.entries(content).map(([type, media]) => markup`<li>${typeOf(media.schema)} as <code>${type}</code></li>`)}`;

const bodyOf = ({ requestBody }: OpenApiOperation): Html =>
  requestBody
    ? markup`<h4>Body</h4>
        <ul>
          ${contentOf(requestBody.content)}
        </ul>
        ${Object.values(requestBody.content).flatMap(examplesOf)}`
    : nothing;

const responseItem = (status: string, { description, content, headers = {} }: OpenApiResponse): Html =>
  markup`<dt><code>${status}</code></dt>
    <dd>
      <p>${prose(description)}</p>
      <ul>
        ${contentOf(content)}${Object.entries(headers).map(
          ([name, header]) => markup`<li>Header <code>${name}</code>: ${prose(header.description)}</li>`,
        )}
      </ul>
      ${Object.values(content ?? {}).flatMap(examplesOf)}
    </dd>`;

const securityOf = ({ security }: OpenApiOperation): Html => {
  if (security.length === 0) return markup`<p>Needs no credential.</p>`;
  const ways = security.map((way) => Object.keys(way).join(' with '));
  return markup`<p>
    Credential: ${ways.map((way, index) => markup`${index === 0 ? '' : ', or '}<code>${way}</code>`)}.
  </p>`;
};

export const operationSection = (method: string, path: string, operation: OpenApiOperation): Html => {
  const { operationId, summary, description, responses } = operation;
  return markup`<section id="${operationId}" aria-labelledby="title-${operationId}">
    <h3 id="title-${operationId}">${summary}</h3>
    <p class="route"><strong>${method.toUpperCase()}</strong> <code>${path}</code></p>
    <p>${prose(description)}</p>
    ${securityOf(operation)} ${parameterTable(operation)} ${bodyOf(operation)}
    <h4>Answers</h4>
    <dl>${Object.entries(responses).map(([status, response]) => responseItem(status, response))}</dl>
  </section>`;
};
