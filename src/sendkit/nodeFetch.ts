export { default as fetch } from 'node-fetch';
