/**
 * Ports where no web server answers, and whose service could mistake a request for orders: the list browsers keep
 * (WHATWG Fetch, "port blocking"), and the databases, queues and control planes that stand inside networks.
 */
const CLOSED_PORTS: readonly (readonly [service: string, ports: readonly number[]])[] = [
  ['no service at all', [0]],
  ['a small service of old', [1, 7, 9, 11, 13, 15, 17, 19, 20, 37, 42, 43, 77, 79, 87, 95]],
  ['FTP', [21, 69, 989, 990, 115]],
  ['SSH', [22]],
  ['Telnet', [23, 107, 992]],
  ['mail', [25, 109, 110, 143, 220, 465, 587, 993, 995, 2525, 4190]],
  ['DNS', [53, 853]],
  ['an old network service', [101, 102, 103, 104, 111, 113, 117, 119, 123, 135, 137, 139, 161, 179, 427]],
  ['a directory', [389, 636, 3268, 3269]],
  ['file sharing', [445, 548, 2049, 873]],
  ['printing', [515, 631, 9100]],
  ['remote commands', [512, 513, 514, 526, 530, 531, 532, 540, 544]],
  ['media control', [554, 1719, 1720, 1723, 5060, 5061, 6566]],
  ['news and chat', [556, 563, 601, 6660, 6661, 6662, 6663, 6664, 6665, 6666, 6667, 6668, 6669, 6679, 6697]],
  ['a version store', [3659, 3690, 9418]],
  ['a lock service', [2181, 2379, 2380, 4045]],
  ['a database', [1433, 1521, 3050, 3306, 5432, 6432, 7000, 7001, 8086, 9042, 27017, 27018, 28015]],
  ['a cache', [6379, 6380, 11211, 16379, 26379]],
  ['a search index', [9200, 9300]],
  ['a queue', [1883, 4222, 5671, 5672, 8883, 9092, 15672]],
  ['containers', [2375, 2376, 2377, 6443, 10250, 10255, 10256]],
  ['remote screens', [3389, 5800, 5900, 5901, 5938, 6000, 6001]],
  ['file transfer in a LAN', [10080]],
];

const SERVICES = new Map(CLOSED_PORTS.flatMap(([service, ports]) => ports.map((port) => [port, service])));

/** Whose port it is where no feed can be; `undefined` for a port that may be asked. */
export function serviceOnPort(port: number): string | undefined {
  return SERVICES.get(port);
}
