"""A simulated site in two network namespaces, and what a scanner costs that runs in one of them."""
import ipaddress, os, random, subprocess, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
SCANNER, SITE = "camsweep-bench-a", "camsweep-bench-b"


def run(*words, **how):
    return subprocess.run(words, check=True, text=True, capture_output=True, **how).stdout


def inside(name, *words):
    return run("ip", "netns", "exec", name, *words)


def build(block, living):
    """A router with the site behind it: living addresses answer, whatever goes to others is dropped."""
    net = ipaddress.ip_network(block)
    hosts = random.Random(7).sample(range(1, net.num_addresses - 1), living)
    alive = [str(net[h]) for h in hosts]
    for name in (SCANNER, SITE):
        run("ip", "netns", "add", name)
        inside(name, "ip", "link", "set", "lo", "up")
    run("ip", "link", "add", "eth0", "netns", SCANNER, "type", "veth", "peer", "name", "eth0", "netns", SITE)
    for name, own in ((SCANNER, "192.0.2.1/30"), (SITE, "192.0.2.2/30")):
        inside(name, "ip", "addr", "add", own, "dev", "eth0")
        inside(name, "ip", "link", "set", "eth0", "up")
    inside(SCANNER, "ip", "route", "add", "default", "via", "192.0.2.2")
    inside(SITE, "ip", "route", "add", "local", block, "dev", "lo")
    elements = "elements = { %s };" % ", ".join(alive) if alive else ""
    rules = """
      table ip site {
        set live { type ipv4_addr; %s }
        chain arriving {
          type filter hook prerouting priority 0;
          ip daddr %s ip daddr != @live drop;
        }
      }
    """ % (elements, block)
    run("ip", "netns", "exec", SITE, "nft", "-f", "-", input=rules)
    program = os.path.join(tempfile.mkdtemp(), "site")
    run("gcc", "-O2", "-Wall", "-o", program, os.path.join(HERE, "site.c"))
    site = subprocess.Popen(["ip", "netns", "exec", SITE, "sh", "-c", "ulimit -n 20000; exec " + program])
    time.sleep(0.5)
    return site, alive


def living_in(alive, block):
    net = ipaddress.ip_network(block)
    return sum(ipaddress.ip_address(a) in net for a in alive)


def end():
    """Takes both namespaces down, with what runs in them; nothing else is touched."""
    for name in (SCANNER, SITE):
        pids = subprocess.run(["ip", "netns", "pids", name], text=True, capture_output=True).stdout.split()
        for pid in pids:
            subprocess.run(["kill", "-9", pid], capture_output=True)
        subprocess.run(["ip", "netns", "del", name], capture_output=True)


def sent():
    return int(inside(SCANNER, "cat", "/proc/net/dev").split("eth0:")[1].split()[9])


class Cost:
    """Wall and processor seconds, peak MiB, packets sent, what was printed, whether it was cut off."""

    def __init__(self, words, limit):
        before, began = sent(), time.monotonic()
        with tempfile.TemporaryFile("w+") as out:
            child = subprocess.Popen(["ip", "netns", "exec", SCANNER] + words, stdout=out, stderr=subprocess.STDOUT)
            self.cut = False
            while True:
                pid, _, used = os.wait4(child.pid, os.WNOHANG)
                if pid:
                    break
                if not self.cut and time.monotonic() - began > limit:
                    child.kill()
                    self.cut = True
                time.sleep(0.02)
            out.seek(0)
            self.text = out.read()
        self.wall = time.monotonic() - began
        self.cpu = used.ru_utime + used.ru_stime
        self.mebibytes = used.ru_maxrss // 1024
        self.packets = sent() - before
