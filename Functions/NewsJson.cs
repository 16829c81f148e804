using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Domain.Projection;
using News.Domain.Reading;
using News.Domain.Site;
using News.Functions.Articles;
using News.Functions.Authors;
using News.Functions.Fallback;
using News.Functions.Fronts;
using News.Functions.Health;
using News.Functions.Http;
using News.Functions.Http.Requests;
using News.Functions.Media.Library;
using News.Functions.Media.Uploads;
using News.Functions.MostRead;
using News.Functions.Newsroom;
using News.Functions.Previews;
using News.Functions.Publishing;
using News.Functions.Revisions;
using News.Functions.SampleSite;
using News.Functions.Site;
using News.Functions.Storage.Articles;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Site;
using News.Functions.Storage.Views;

namespace News.Functions;

/// <summary>
/// All JSON of the app, stored and sent, with serialisers made at compile time: camelCase, nulls written, Vietnamese unescaped,
/// nothing ambiguous read (duplicate members, deep nesting, nulls where none may be).
/// </summary>
[JsonSerializable(typeof(ArticleHead))]
[JsonSerializable(typeof(ArticleContent))]
[JsonSerializable(typeof(ArticleDraft))]
[JsonSerializable(typeof(DraftView))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(Block.Paragraph))]
[JsonSerializable(typeof(Block.Heading))]
[JsonSerializable(typeof(Block.Image))]
[JsonSerializable(typeof(Block.Gallery))]
[JsonSerializable(typeof(Block.Video))]
[JsonSerializable(typeof(Block.Quote))]
[JsonSerializable(typeof(Block.List), TypeInfoPropertyName = "BlockList")]
[JsonSerializable(typeof(Block.Table))]
[JsonSerializable(typeof(Block.Box))]
[JsonSerializable(typeof(Block.Related))]
[JsonSerializable(typeof(Block.File))]
[JsonSerializable(typeof(Block.Audio))]
[JsonSerializable(typeof(Block.Code))]
[JsonSerializable(typeof(Block.Embed))]
[JsonSerializable(typeof(ShownBlock.Picture))]
[JsonSerializable(typeof(ShownBlock.Pictures))]
[JsonSerializable(typeof(ShownBlock.Film))]
[JsonSerializable(typeof(ShownBlock.ReadAlso))]
[JsonSerializable(typeof(CardEntry))]
[JsonSerializable(typeof(CardView))]
[JsonSerializable(typeof(SlugAnswer))]
[JsonSerializable(typeof(DeskEntry))]
[JsonSerializable(typeof(CatalogEntry))]
[JsonSerializable(typeof(ScheduleEntry))]
[JsonSerializable(typeof(Intent))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(SectionBook))]
[JsonSerializable(typeof(Author))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(CardList))]
[JsonSerializable(typeof(CardsById))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionList))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ApiIndex))]
[JsonSerializable(typeof(AuthorRequest))]
[JsonSerializable(typeof(AuthorList))]
[JsonSerializable(typeof(IReadOnlyList<SampleSection>))]
[JsonSerializable(typeof(IReadOnlyList<SampleArticle>))]
[JsonSerializable(typeof(SampleProgress))]
[JsonSerializable(typeof(WithdrawRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(RebuildReport))]
[JsonSerializable(typeof(DraftList))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(RevisionView))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(PreviewLink))]
[JsonSerializable(typeof(Front))]
[JsonSerializable(typeof(FrontRequest))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(MediaAsset))]
[JsonSerializable(typeof(MediaEntry))]
[JsonSerializable(typeof(MediaUse))]
[JsonSerializable(typeof(UploadStatus))]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(UploadTicket))]
[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(IMediaView))]
[JsonSerializable(typeof(MediaList))]
[JsonSerializable(typeof(MediaTextRequest))]
[JsonSerializable(typeof(ViewRequest))]
[JsonSerializable(typeof(StoredViews))]
[JsonSerializable(typeof(StoredSketches))]
[JsonSerializable(typeof(StoredTally))]
[JsonSerializable(typeof(ReaderNumbers))]
[JsonSerializable(typeof(MostReadList))]
[JsonSerializable(typeof(MostReadAnswer))]
[JsonSerializable(typeof(ReadersAnswer))]
public sealed partial class NewsJson : JsonSerializerContext
{
    /// <summary>The one set of serialisers.</summary>
    public static NewsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = RequestLimits.JsonDepth,
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
    });
}
