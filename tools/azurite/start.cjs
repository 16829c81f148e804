"use strict";
// Azurite's blob service as a part of the site: it ends when the site ends, however that happens, and what it has answered stays.
const { ServerResponse } = require("node:http");

// The site holds the other end of standard input; the system closes it even when the site is killed. SIGTERM lets Azurite save.
process.stdin.resume().on("end", () => process.kill(process.pid, "SIGTERM")).on("error", () => process.kill(process.pid, "SIGTERM"));

// Azurite keeps names, properties and leases in memory and writes them down every five seconds; a crash in between would take back
// uploads that were answered already. So we keep hold of its databases, and let no answer to a write out before they are on disk.
const lokijs = require.resolve("lokijs");
const Loki = require(lokijs);
const databases = [];
require.cache[lokijs].exports = Object.assign(function (...settings) {
  const database = new Loki(...settings);
  databases.push(database);
  return database;
}, Loki);

// Writes that come while the databases are being saved share the next save.
const save = (database) => new Promise((resolve, reject) => database.saveDatabase((fault) => (fault ? reject(fault) : resolve())));
const saveAll = () => Promise.all(databases.map(save));

// Files of a picture or video need no answer that lasts: they count only once their original has been put after them.
const mustLast = ({ method, url }) => /^(PUT|POST|DELETE|PATCH)$/.test(method) && url.split("/")[2] !== "media";

const end = ServerResponse.prototype.end;
ServerResponse.prototype.end = function (...rest) {
  if (!mustLast(this.req)) return end.apply(this, rest);
  saveAll().then(() => end.apply(this, rest), (fault) => this.destroy(fault));
  return this;
};

require("azurite/dist/src/blob/main.js");
