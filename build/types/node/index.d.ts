// Empty on purpose. @types/papaparse asks for Node's types; shared/ finds these instead,
// so `process` or `Buffer` in shared/ still does not compile.
export {};
