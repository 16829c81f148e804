using System.Text;
using Microsoft.Azure.Functions.Worker;
using News.Domain;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.Newsroom;
using News.Functions.Publishing;
using News.Functions.Storage.Site;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>A site of some size, and everything that happens to one article of 5 kB with a tag and an author, in the order of its life.</summary>
/// <param name="time">The clock of the site.</param>
/// <param name="pass">Lets time pass on it.</param>
public sealed class ArticleLife(CountedSite site, TimeProvider time, Func<TimeSpan, Task> pass)
{
    public const int Sections = 12;
    public const int Authors = 40;
    public const int Articles = 60;
    public const string Slug = "nuoc-sach-ve-ban";
    public const string NewSlug = "nuoc-sach-da-ve-ban";

    /// <summary>Between two deeds, so that lists have one order.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(2);
    private static readonly string[] _formats = ["news", "video", "e-magazine", "infographic", "gallery"];

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    /// <summary>Fills the site: every author has written, every list a page needs is longer than the page.</summary>
    public async Task Fill()
    {
        for (var i = 0; i < Sections; i++)
            await site.Get<SiteStore>().PutSection(new($"muc-{i}", $"Chuyên mục {i}", i, 0), new Precondition.Create(), Ct);
        for (var i = 0; i < Articles; i++)
        {
            await pass(_moment);
            await site.Put($"bai-{i:D2}", Draft($"Tác giả {i % Authors:D2}", _formats[i % _formats.Length]), 0);
            await site.Publish($"bai-{i:D2}", 1);
        }
    }

    /// <summary>Each deed on its own.</summary>
    public async Task<List<Deed>> Live()
    {
        var draft = Draft("Tác giả 07", "news");
        List<Deed> deeds =
        [
            await Do("create, with a new author", () => site.Put("ban-nhap", Draft("Người mới", "news"), 0)),
            await Do("delete a draft", () => site.Get<DeleteDraft>().Run(CountedSite.Request(version: 1), "ban-nhap", Ct)),
            await Do("create", () => site.Put(Slug, draft, 0)),
            await Do("save a draft", () => site.Put(Slug, draft, 1)),
            await Do("publish", () => site.Publish(Slug, 2)),
            await Do("save what is published", () => site.Put(Slug, draft, 3)),
            await Do("correct", () => site.Publish(Slug, 4, """{"correction": "Đã sửa tên."}""")),
            await Do("rename", () => site.Get<RenameArticle>().Run(Body($$"""{"slug": "{{NewSlug}}"}""", 5), Slug, Ct)),
            await Do("withdraw", () => site.Get<WithdrawArticle>().Run(Body("""{"reason": "Số liệu sai."}""", 6), NewSlug, Ct)),
            await Do("publish again", () => site.Publish(NewSlug, 7)),
        ];
        await site.Put("sap-ra", draft, 0);
        deeds.Add(await Do("schedule", () => site.Publish("sap-ra", 1, $$"""{"at": "{{time.GetUtcNow() + _soon:O}}"}""")));
        await pass(_soon * 2);
        deeds.Add(await Do("PublishScheduled, one article due", () => site.Get<PublishScheduled>().Run(new TimerInfo(), Ct)));
        deeds.Add(await Do("PublishScheduled, nothing due", () => site.Get<PublishScheduled>().Run(new TimerInfo(), Ct)));
        deeds.Add(await Do("RepairProjections, nothing left", () => site.Get<RepairProjections>().Run(new TimerInfo(), Ct)));
        return deeds;
    }

    private async Task<Deed> Do(string name, Func<Task> deed)
    {
        await pass(_moment);
        return await site.Count(name, deed);
    }

    private static Microsoft.AspNetCore.Http.HttpRequest Body(string json, int version) => CountedSite.Request(Encoding.UTF8.GetBytes(json), version);

    private static ArticleDraft Draft(string author, string format) => new()
    {
        Title = "Nước sạch về bản sau nhiều năm chờ đợi",
        Lead = "Sáng nay, vòi nước đầu tiên đã chảy ở bản xa nhất của xã, nơi trước đây mỗi nhà phải gùi nước từ suối lên.",
        Section = "muc-3",
        Format = format,
        Tags = ["Nước sạch"],
        Topic = "Nông thôn mới",
        Bylines = [author],
        Blocks = [.. Enumerable.Repeat(new Block.Paragraph(string.Concat(Enumerable.Repeat("Nước đã chảy về bản, bà con vui mừng. ", 8))), 12)],
    };
}
