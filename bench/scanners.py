"""How each scanner is started, and how many hosts it found and named, by its own output."""
import json, os, re, shutil, tempfile
from lab import HERE, Cost

JAR = os.path.join(HERE, "..", "scanner-cli", "target", "scanner-cli.jar")
PORTS = "80,554"  # those that camsweep knocks at where nobody answers
TUNED = ["-T5", "--max-retries", "0", "--max-rtt-timeout", "500ms", "--min-hostgroup", "4096",
         "--min-parallelism", "500"]
MAKERS = "hikvision|dahua|axis|hanwha|samsung"  # of site.c
SCRIPTS = "banner,http-title,http-server-header,http-favicon,rtsp-methods,ssl-cert,upnp-info,wsdd-discover"


def camsweep(block, options=(), java=()):
    """Cameras: devices that it takes for such; makers: those of which it says who built them."""
    folder = os.path.join(tempfile.mkdtemp(), "out")
    words = ["java", "-Xmx256m", "-XX:+UseSerialGC", "-Xlog:disable", *java, "-cp", JAR, "org.camsweep.cli.Main"]
    cost = Cost(words + ["scan", block, "-d", folder, "-q", *options], 400)
    try:
        with open(os.path.join(folder, "report.json")) as file:
            report = json.load(file)
        cost.hosts = len(report["devices"])
        cost.cameras = sum(d["kind"] == "camera" for d in report["devices"])
        cost.makers = sum("maker" in d for d in report["devices"])
        cost.counters = report["provenance"].get("counters", {})
    except (OSError, KeyError) as e:
        cost.hosts = cost.cameras = cost.makers = "none"
        print("camsweep gave no report:", e, cost.text[-400:])
    shutil.rmtree(os.path.dirname(folder), ignore_errors=True)
    return cost


def nmap(block, options, limit):
    """Cameras: hosts that a service's match calls a webcam; makers: hosts whose matches name one of the site's."""
    cost = Cost(["nmap", "-n", "-p", PORTS, *options, block, "-oX", "-"], limit)
    hosts = [h for h in re.findall(r"<host .*?</host>", cost.text, re.S) if 'state="open"' in h]
    cost.hosts = len(hosts)
    cost.cameras = cost.makers = "-"
    if "-sV" in options:
        cost.cameras = sum('devicetype="webcam"' in h for h in hosts)
        cost.makers = sum(re.search(r'product="[^"]*(%s)' % MAKERS, h, re.I) is not None for h in hosts)
    return cost


def masscan(block, rate):
    cost = Cost(["masscan", block, "-p", PORTS, "--rate", str(rate), "--wait", "3", "-oG", "-"], 100)
    cost.hosts = len(set(re.findall(r"Host: (\S+)", cost.text)))
    cost.cameras = cost.makers = "-"
    return cost
