using System.Text;

namespace News.Functions.Tests.Media.Filming;

/// <summary>One small video for each trait that real ones have, and how it is to come out.</summary>
public static class Corpus
{
    /// <param name="Name">What it is about; the file's name with its ending.</param>
    /// <param name="Make">ffmpeg's arguments.</param>
    /// <param name="After">What is done to the file besides.</param>
    public sealed record Taken(string Name, string Make, int Width = 320, int Height = 180, double Seconds = 2, bool Sound = true, Action<string>? After = null);

    /// <param name="Why">Part of what a person is told.</param>
    public sealed record Refused(string Name, string Make, string Why, Action<string>? After = null);

    private const string Video = Film.Bars + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private const string Both = Film.Bars + " " + Film.Tone + " ";
    private const string H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p ";
    private const string Hdr = "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -vf format=yuv420p10le,setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc=";
    private const string H265 = " -c:v libx265 -preset ultrafast -x265-params log-level=error ";
    private const int Half = 2;

    /// <summary>What others are made of, by name.</summary>
    public static IReadOnlyDictionary<string, string> Parts { get; } = new Dictionary<string, string>
    {
        ["plain.mp4"] = Both + Film.Plain,
        ["cover.jpg"] = "-f lavfi -i color=red:size=600x600 -frames:v 1",
    };

    public static IReadOnlyList<Taken> Good { get; } =
    [
        new("plain.mp4", Both + Film.Plain),
        new("moov first.mp4", Both + Film.Plain + " -movflags +faststart"),
        new("B-frames.mp4", Both + "-c:v libx264 -preset veryfast -pix_fmt yuv420p -bf 3 -c:a aac"),
        new("fragments.mp4", Both + Film.Plain + " -movflags frag_keyframe+empty_moov"),
        new("turned by 90.mp4", Both + Film.Plain, 180, 320, After: path => Film.Turn(path, 90)),
        new("turned by 180.mp4", Both + Film.Plain, After: path => Film.Turn(path, 180)),
        new("turned by 270.mov", Both + Film.Plain, 180, 320, After: path => Film.Turn(path, 270)),
        new("portrait.mp4", "-f lavfi -i testsrc2=size=180x320:rate=25:duration=2 " + Film.Tone + " " + Film.Plain, 180, 320),
        new("odd sides.mkv", "-f lavfi -i testsrc=size=321x181:rate=25:duration=2 -vf format=yuv444p -c:v ffv1", 321, 181, Sound: false),
        new("wide pixels.mp4", "-f lavfi -i testsrc2=size=240x180:rate=25:duration=2,setsar=4/3 " + Film.Tone + " " + Film.Plain),
        new("wide pixels turned.mp4", "-f lavfi -i testsrc2=size=240x180:rate=25:duration=2,setsar=4/3 " + Film.Tone + " " + Film.Plain, 180, 320, After: path => Film.Turn(path, 90)),
        new("tiny.mp4", "-f lavfi -i testsrc2=size=16x16:rate=25:duration=1 " + H264, 16, 16, 1, false),
        new("very wide.mp4", "-f lavfi -i testsrc2=size=640x64:rate=25:duration=1 " + H264, 640, 64, 1, false),
        new("variable frame rate.mkv", Both + "-vf \"select='lt(n,15)+not(mod(n,7))'\" -fps_mode vfr " + Film.Plain, Seconds: 2),
        new("120 frames a second.mp4", "-f lavfi -i testsrc2=size=320x180:rate=120:duration=1 " + H264, Seconds: 1, Sound: false),
        new("interlaced.ts", "-f lavfi -i testsrc2=size=320x240:rate=50:duration=2,interlace " + Film.Tone + " -c:v mpeg2video -q:v 4 -flags +ilme+ildct -c:a mp2", 320, 240),
        new("HDR PQ.mp4", Hdr + "smpte2084" + H265, Seconds: 1, Sound: false),
        new("HDR HLG.mov", Hdr + "arib-std-b67" + H265 + "-tag:v hvc1", Seconds: 1, Sound: false),
        new("ten bits.mkv", Both + "-c:v libx264 -preset ultrafast -pix_fmt yuv422p10le -c:a flac"),
        new("edit list.mp4", "-ss 0.52 -i {plain.mp4} -c copy", Seconds: 1.48),
        new("sound begins late.mp4", Film.Bars + " -itsoffset 0.5 -f lavfi -i sine=duration=1.5 " + Film.Plain),
        new("sound goes on.mkv", "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 " + Film.Tone + " " + H264 + "-c:a libopus -b:a 64k"),
        new("silent.mp4", Film.Bars + " -f lavfi -i anullsrc=duration=2 " + Film.Plain),
        new("no sound.mp4", Video, Sound: false),
        new("six channels.mkv", Film.Bars + " -f lavfi -i \"sine=duration=2,pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0\" " + H264 + "-c:a ac3"),
        new("many tracks.mkv", "-f lavfi -i testsrc2=size=160x90:rate=25:duration=2 " + Film.Bars + " -f lavfi -i anullsrc=duration=2 " + Film.Tone + " -map 0 -map 1 -map 2 -map 3 "
            + H264 + "-c:a flac -disposition:v:0 0 -disposition:v:1 default -disposition:a:0 0 -disposition:a:1 default"),
        new("cover picture.m4v", "-i {cover.jpg} -i {plain.mp4} -map 0:v -map 1:v -map 1:a -c copy -disposition:v:0 attached_pic -f mp4"),
        new("full range.mp4", "-f lavfi -i color=white:size=320x180:duration=1,format=yuvj420p -c:v libx264 -preset ultrafast", Seconds: 1, Sound: false),
        new("live.webm", Both + "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis -live 1 -f webm", After: null),
        new("vp9.webm", Both + "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
        new("mpeg4.avi", Both + "-c:v mpeg4 -q:v 4 -c:a libmp3lame"),
        new("broadcast.ts", Both + H264 + "-c:a aac -muxdelay 2"),
        new("disc.mpg", Both + "-c:v mpeg2video -q:v 4 -c:a mp2 -f vob"),
        new("camcorder.m2ts", Both + H264 + "-c:a ac3 -mpegts_m2ts_mode 1 -f mpegts"),
        new("old web.flv", Both + "-c:v flv1 -q:v 4 -c:a libmp3lame -ar 44100"),
        new("windows.wmv", Both + "-c:v wmv2 -q:v 4 -c:a wmav2"),
        new("theora.ogv", Both + "-c:v libtheora -c:a libvorbis"),
        new("studio.mxf", Both + "-c:v mpeg2video -q:v 4 -c:a pcm_s16le"),
        new("editing.mov", Both + "-c:v prores_ks -profile:v 0 -c:a pcm_s16le"),
        new("camera.mov", Both + "-c:v mjpeg -q:v 5 -pix_fmt yuvj420p -c:a pcm_s16le"),
        new("one frame.mp4", "-f lavfi -i testsrc2=size=320x180:rate=25 -frames:v 1 " + H264, Seconds: 0.04, Sound: false),
        new("black.mp4", "-f lavfi -i color=black:size=320x180:rate=25:duration=1 " + H264, Seconds: 1, Sound: false),
    ];

    public static IReadOnlyList<Refused> Bad { get; } =
    [
        new("cut off, moov last.mp4", Both + Film.Plain, "cannot be opened", Cut),
        new("cut off, moov first.mp4", Both + Film.Plain + " -movflags +faststart", "cut off", Cut),
        new("cut off.mkv", Both + Film.Plain, "cut off", Cut),
        new("sound only.m4a", Film.Tone + " -c:a aac", "sound but no film"),
        new("sound and a cover.m4a", "-i {cover.jpg} " + Film.Tone + " -map 1 -map 0 -c:v copy -disposition:v:0 attached_pic -c:a aac -f mp4", "sound but no film"),
        new("picture only.mp4", "-i {cover.jpg} -c copy -disposition:v:0 attached_pic -f mp4", "no film"),
        new("no frames.mp4", Film.Bars + " -frames:v 0 " + H264 + "-movflags empty_moov", "video"),
        new("ten hours.mp4", "-f lavfi -i color=black:size=64x64:rate=1/10:duration=36000 " + H264, "600 minutes"),
        new("ten hours, untold.webm", "-f lavfi -i color=black:size=64x64:rate=1/10:duration=36000 -c:v libvpx -deadline realtime -cpu-used 16 -live 1 -f webm", "minutes"),
        new("a playlist.m3u8", "", "Playlists", path => File.WriteAllText(path, "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\nfile:///etc/passwd\n#EXTINF:1,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n")),
        new("a list.txt", "", "Playlists", path => File.WriteAllText(path, "ffconcat version 1.0\nfile /etc/passwd\nfile http://127.0.0.1:9/x.mp4\n")),
        new("a manifest.mpd", "", "Playlists", path => File.WriteAllText(path, "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period/></MPD>")),
        new("a head.mp4", "", "cannot be opened", path => File.WriteAllBytes(path, [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8])),
        new("noise.mkv", "", "cannot be opened", path => File.WriteAllBytes(path, [0x1A, 0x45, 0xDF, 0xA3, .. Noise()])),
        new("noise.ts", "", "opened", path => File.WriteAllBytes(path, Packets())),
        new("text.mp4", "", "text", path => File.WriteAllText(path, "This is no film.", Encoding.UTF8)),
    ];

    private static void Cut(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length / Half);
    }

    private static byte[] Noise()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static byte[] Packets()
    {
        var packets = Noise();
        for (var at = 0; at < packets.Length; at += 188)
            packets[at] = 0x47;
        return packets;
    }
}
