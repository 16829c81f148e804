using System.Buffers;

namespace News.Domain.MostRead;

/// <summary>
/// Tells programs from readers by the user agent they give: a kept list, to be added to as new ones are met. Left out on purpose are
/// browsers that share a name with a search engine (Cốc Cốc, DuckDuckGo, Yandex), in-app browsers (Telegram), and what apps are made with
/// (okhttp, Dart, CFNetwork).
/// </summary>
public static class Crawlers
{
    /// <summary>Parts of the names that programs give themselves, in lower case.</summary>
    private static readonly SearchValues<string> _signs = SearchValues.Create(
        [
            // What most of them say they are.
            "bot", "crawl", "spider", "slurp", "scrap", "fetch", "archiver", "monitor", "preview", "checker", "validator", "inspect", "scanner",
            // Search engines, assistants and social networks whose programs have names of their own.
            "mediapartners", "apis-google", "googleother", "google-read-aloud", "google-site-verification", "google favicon", "duplexweb",
            "facebookexternalhit", "facebookcatalog", "meta-external", "whatsapp", "embedly", "iframely", "vkshare", "flipboardproxy",
            "chatgpt", "oai-search", "claude", "anthropic", "perplexity", "cohere-ai", "mistralai", "omgili", "qwantify", "dataprovider",
            // Feed readers, which ask for every reader at once.
            "feedly", "feedburner", "inoreader", "newsblur", "miniflux", "freshrss", "tiny tiny rss", "netnewswire", "feedbin", "theoldreader",
            // Audits, uptime and advertising.
            "lighthouse", "pagespeed", "gtmetrix", "pingdom", "uptime", "statuscake", "site24x7", "datadog", "newrelic", "nagios", "zabbix",
            "kube-probe", "blackbox", "netcraft", "ahrefs", "semrush", "screaming frog", "sitebulb", "dataforseo", "proximic", "grapeshot",
            // Browsers without a person.
            "headless", "phantomjs", "puppeteer", "playwright", "selenium", "webdriver", "htmlunit", "prerender",
            // Libraries and tools.
            "curl/", "wget", "httpie", "python", "aiohttp", "httpx", "java/", "apache-http", "httpclient", "http-client", "http_client",
            "go-http", "libwww", "php/", "guzzle", "ruby", "faraday", "axios", "undici", "got (", "winhttp", "powershell", "postman",
            "insomnia", "k6/", "jmeter", "apachebench", "wrk/", "siege", "gatling", "locust", "masscan", "nmap", "zgrab", "nikto", "sqlmap",
            "nuclei", "httrack", "webcopier", "teleport pro", "heritrix", "nutch", "colly", "jsoup", "mechanize", "w3c_", "w3c-",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of readers' devices that hold a sign.</summary>
    private static readonly string[] _devices = ["cubot"];

    /// <summary>Whether it says it is a program, or says nothing at all, which no browser does.</summary>
    public static bool Is(string userAgent)
    {
        foreach (var device in _devices)
            userAgent = userAgent.Replace(device, "", StringComparison.OrdinalIgnoreCase);
        return string.IsNullOrWhiteSpace(userAgent) || userAgent.AsSpan().ContainsAny(_signs);
    }
}
