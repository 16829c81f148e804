namespace News.Functions.Tests.MostRead;

/// <summary>User agents as they are met.</summary>
public static class UserAgents
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private const string Chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0";

    /// <summary>Forty programs.</summary>
    public static IReadOnlyList<string> Crawlers { get; } =
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        $"Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) {Chrome} Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Googlebot-Image/1.0",
        "AdsBot-Google (+http://www.google.com/adsbot.html)",
        "Mediapartners-Google",
        "GoogleOther",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
        "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
        "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
        "Twitterbot/1.0",
        "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        "WhatsApp/2.23.20.0",
        "TelegramBot (like TwitterBot)",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
        $"Mozilla/5.0 {Chrome}; compatible; GPTBot/1.1; +https://openai.com/gptbot",
        $"Mozilla/5.0 {Chrome}; compatible; ChatGPT-User/1.0; +https://openai.com/bot",
        $"Mozilla/5.0 {Chrome} (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
        "Mozilla/5.0 (compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)",
        "CCBot/2.0 (https://commoncrawl.org/faq/)",
        "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)",
        "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
        "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
        "ia_archiver (+http://www.alexa.com/site/help/webmasters; crawler@alexa.com)",
        $"Mozilla/5.0 (X11; Linux x86_64) {Chrome} Safari/537.36 HeadlessChrome/139.0.0.0",
        $"Mozilla/5.0 (Linux; Android 11; moto g power (2022)) {Chrome} Mobile Safari/537.36 Chrome-Lighthouse",
        "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 12 subscribers; like FeedFetcher-Google)",
        "curl/8.5.0",
        "Wget/1.21.4",
        "python-requests/2.32.3",
        "Go-http-client/2.0",
        "Scrapy/2.11.2 (+https://scrapy.org)",
    ];

    /// <summary>People, on what they read with.</summary>
    public static IReadOnlyList<string> Browsers { get; } =
    [
        Firefox,
        $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Chrome} Safari/537.36",
        $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {Chrome} Safari/537.36 Edg/139.0.0.0",
        $"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/138.0.0 Chrome/132.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 DuckDuckGo/7 Safari/605.1.15",
        $"Mozilla/5.0 (Linux; Android 10; K) {Chrome} Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) {Chrome} Mobile Safari/537.36",
        $"Mozilla/5.0 (Linux; Android 13; SM-A536E Build/TP1A; wv) AppleWebKit/537.36 Version/4.0 Chrome/139.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/470.0.0.34.77;]",
        $"Mozilla/5.0 (Linux; Android 13; SM-A536E) {Chrome} Mobile Safari/537.36 Telegram-Android/10.2.3 (Samsung SM-A536E; Android 13; SDK 33)",
        $"Mozilla/5.0 (Linux; Android 13) {Chrome} Mobile Safari/537.36 Zalo android/24.1 ZaloTheme/light",
        "okhttp/4.12.0",
        "News/3.1 CFNetwork/1568.200.51 Darwin/24.1.0",
    ];
}
